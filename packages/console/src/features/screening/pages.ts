export { NoticePage } from './notice/notice-page.tsx';
export { SearchesPage } from './searches/searches-page.tsx';
export { SecondLineCasePage } from './second-line/case-page.tsx';
export { SecondLinePage } from './second-line/cases-page.tsx';
export { ClockWatch } from './second-line/clock-watch.tsx';
export { ShiftPage } from './shift/shift-page.tsx';
