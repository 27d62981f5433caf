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

/** Caption of a scene made of it: the lead, then the quotes, those of one subject and chapter in one paragraph. */
export function storyCaption({ lead, quotes }: StoryScene): string {
  const together = new Map<string, { about: string; said: string; chapter: string }>();
  for (const { subject, text, chapter } of quotes) {
    const about = subject === '' ? '' : `**${subject}**：`;
    const said = together.get(about + chapter)?.said ?? '';
    together.set(about + chapter, { about, said: `${said}“${text}”`, chapter });
  }
  const paragraphs = [...together.values()].map(
    ({ about, said, chapter }) => `${about}${said}（${chapter}）`,
  );
  return [lead, ...paragraphs].join('\n');
}
