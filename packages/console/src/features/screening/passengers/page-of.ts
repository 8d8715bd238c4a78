/** One page of what is at hand; a page that is no longer there is the last one. */
export function pageOf<Row>(rows: readonly Row[], page: number, perPage: number) {
  const last = Math.max(1, Math.ceil(rows.length / perPage));
  const shown = Math.min(Math.max(1, page), last);
  return {
    page: shown,
    rows: rows.slice((shown - 1) * perPage, shown * perPage),
    next: shown < last ? String(shown + 1) : null,
  };
}
