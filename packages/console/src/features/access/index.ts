export { stateObvious, useFittingPurpose } from './purpose.ts';
export { PurposeButton } from './purpose-button.tsx';
export { PurposeGate } from './purpose-gate.tsx';
export { SignInAgain } from './sign-in-again.tsx';
export { SignInPage } from './sign-in-page.tsx';
