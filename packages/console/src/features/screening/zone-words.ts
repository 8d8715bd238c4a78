/** Fields of a machine-readable zone, by the names the node gives them. */
export const FIELDS = {
  'document-number': 'field.document-number',
  'birth-date': 'field.birth-date',
  'expiry-date': 'field.expiry-date',
  'personal-number': 'field.personal-number',
  composite: 'field.composite',
} as const;
