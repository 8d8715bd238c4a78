/** What may be done with what travels of an alert: it is used for its purpose, and goes no further. */
export const HANDLING = 'restricted';
