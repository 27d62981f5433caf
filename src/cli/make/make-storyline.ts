// Scenes of sheet 故事线: rows of one number are one scene, each with one quotation.
import type { StoryQuote, StoryScene } from '../../domain/storyline';
import type { PlanParts } from './make-plan';
import type { SheetRow } from './sheet-rows';
import { YES_NO_WORDS } from './template-shown';

function quoteIn(row: SheetRow): StoryQuote[] {
  const text = row.text('引文');
  return text === '' ? [] : [{ subject: '', text, chapter: row.filled('引文章节') }];
}

/** What a link shows follows its #. */
function viewIn(row: SheetRow): string {
  return row.text('视图').replace(/^[^#]*#/, '');
}

export function makeStoryline({ book, names, sources }: PlanParts): readonly StoryScene[] {
  const scenes = new Map<string, StoryScene>();
  for (const row of book.rows('故事线')) {
    const id = row.id('编号');
    const begun = scenes.get(id);
    if (begun !== undefined) {
      scenes.set(id, { ...begun, quotes: [...begun.quotes, ...quoteIn(row)] });
      continue;
    }
    const lead = row.filled('图面说明');
    if (/[0-9０-９]/.test(lead)) {
      row.fault('图面说明', '写了数字', '规划的数字请放在引文里，地图的数字由程序计算。');
    }
    scenes.set(id, {
      id,
      title: row.filled('标题'),
      lead,
      quotes: quoteIn(row),
      notes: row.text('备注'),
      view: viewIn(row),
      hasLegend: row.choice('图例', YES_NO_WORDS) !== 'no',
      highlightCodes: names.list(row, '强调'),
      sourceIds: [sources.of(row)],
    });
  }
  return [...scenes.values()];
}
