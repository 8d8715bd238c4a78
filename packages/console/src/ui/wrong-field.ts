/** After a form is refused, the first field that is wrong takes the focus, once its error is on the page. */
export function focusWrongField(form: EventTarget & HTMLFormElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
