/** Files that are made from others, and how. Joined here as the rooms provide their generators. */
export const GENERATED: Record<string, () => string | Promise<string>> = {};
