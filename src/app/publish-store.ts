import { create } from 'zustand';
import { type PublishChoice, USUAL_PUBLISH } from '../report/publish-rule';

/** 内部 or 公开 and by which rule: one choice for all files that leave the office while the page is open. */
export const usePublishChoice = create<PublishChoice>(() => USUAL_PUBLISH);
