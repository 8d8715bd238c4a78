/** Sizes of X-Wing (draft-connolly-cfrg-xwing-kem-10, section 5.1) and of ML-KEM-768 within it (FIPS 203, table 3). */
export const SEED_BYTES = 32;
export const PUBLIC_KEY_BYTES = 1216;
export const CIPHERTEXT_BYTES = 1120;
export const ML_KEM_PUBLIC_KEY_BYTES = 1184;
export const ML_KEM_CIPHERTEXT_BYTES = 1088;
