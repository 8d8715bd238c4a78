/** Whether the page holds words it would ask about before being left: they would go with the officer's session. */
export function holdsUnsaved(): boolean {
  const leaving = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(leaving);
  return leaving.defaultPrevented;
}
