import type { Scene } from './scene';

/** What the plan says, word for word, with where it says it. */
export interface StoryQuote {
  /** What it is about, where the words do not say so; may be empty. */
  readonly subject: string;
  /** Found word for word in the plan, blanks apart. */
  readonly text: string;
  readonly chapter: string;
}

/** 故事线: a scene that a pack comes with. Every figure of the plan stands in a quote; live ones are the engine's. */
export interface StoryScene extends Pick<
  Scene,
  'id' | 'title' | 'notes' | 'view' | 'hasLegend' | 'highlightCodes'
> {
  /** What the map shows; holds no digit, so that no figure goes without its chapter. */
  readonly lead: string;
  readonly quotes: readonly StoryQuote[];
  readonly sourceIds: readonly string[];
}

/** Caption of a scene made of it: the lead, then each quote with its chapter, a paragraph each. */
export function storyCaption({ lead, quotes }: StoryScene): string {
  const said = quotes.map(({ subject, text, chapter }) => {
    const about = subject === '' ? '' : `**${subject}**：`;
    return `${about}“${text}”（${chapter}）`;
  });
  return [lead, ...said].join('\n');
}
