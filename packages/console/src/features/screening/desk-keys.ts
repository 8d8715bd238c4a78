/** Candidates carry this attribute, so that the arrows find them in the order shown. */
export const CANDIDATE = 'data-candidate';

/**
 * Up and down move among the candidates, from the field too; above the first lies the field.
 * Returns whether the key was taken.
 */
export function moveAmongCandidates(event: KeyboardEvent, field: HTMLElement | null): boolean {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return false;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
  const candidates = [...document.querySelectorAll<HTMLElement>(`[${CANDIDATE}]`)];
  const here = candidates.indexOf(document.activeElement as HTMLElement);
  const inField = document.activeElement === field;
  if (candidates.length === 0 || (here < 0 && !(inField && event.key === 'ArrowDown'))) return false;
  event.preventDefault();
  const next = here + (event.key === 'ArrowDown' ? 1 : -1);
  const target = next < 0 ? field : candidates[Math.min(next, candidates.length - 1)];
  target?.focus();
  target?.scrollIntoView({ block: 'nearest' });
  return true;
}
