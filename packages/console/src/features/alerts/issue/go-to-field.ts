import { fieldId } from './form.ts';

const CAN_BE_TYPED_IN = 'input:not([type=hidden]), textarea, select';

/** Puts the focus on the field at a pointer, or on the nearest group it stands in; tries until its page is there. */
export function goToField(pointer: string, triesLeft = 20): void {
  const element = nearest(pointer);
  if (!element) {
    if (triesLeft > 0) requestAnimationFrame(() => goToField(pointer, triesLeft - 1));
    return;
  }
  const field = element.matches(CAN_BE_TYPED_IN)
    ? element
    : (element.querySelector<HTMLElement>(CAN_BE_TYPED_IN) ?? element);
  field.focus();
  element.scrollIntoView({ block: 'center' });
}

function nearest(pointer: string): HTMLElement | null {
  const names = pointer.split('/').slice(1);
  for (let length = names.length; length > 0; length -= 1) {
    const element = document.getElementById(fieldId(`/${names.slice(0, length).join('/')}`));
    if (element) return element;
  }
  return null;
}
