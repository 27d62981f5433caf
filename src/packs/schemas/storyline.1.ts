// Shape of storyline.json, an optional file since specification 1.3 (geodata/SPEC.md).
import * as z from 'zod/mini';
import type { StoryScene } from '../../domain/storyline';

const filled = z.string().check(z.regex(/\S/));

export const storyScene: z.ZodMiniType<StoryScene> = z.object({
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]*$/)),
  title: filled,
  lead: filled.check(z.regex(/^[^0-9０-９]*$/)),
  quotes: z.array(z.object({ subject: z.string(), text: filled, chapter: filled })),
  notes: z.string(),
  view: z.string(),
  hasLegend: z.boolean(),
  highlightCodes: z.array(z.string().check(z.regex(/^(\d{6}|\d{9}|\d{12})$/))),
  sourceIds: z.array(filled),
});
