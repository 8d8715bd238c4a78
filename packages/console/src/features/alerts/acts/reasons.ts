/** As the contract asks of every step that needs reasons. */
export const SHORTEST_REASONS = 10;
