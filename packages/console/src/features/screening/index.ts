export { DeskPage } from './desk-page.tsx';
export { handedText } from './handed-text.ts';
