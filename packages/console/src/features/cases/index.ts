export { DutyMark } from './duty/duty-mark.tsx';
export { InquiryPage } from './inquiries/inquiry-page.tsx';
export { FollowUpsPage } from './list/follow-ups-page.tsx';
export { FollowUpPage } from './thread/follow-up-page.tsx';
