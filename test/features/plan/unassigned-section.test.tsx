import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { UnassignedVillages } from '../../../src/features/plan/unassigned-section';

const village = {
  code: '140829000001',
  name: '甲村',
  persons: 30,
  listTitle: '名单',
  row: 2,
  siteNames: ['甲安置点'],
};
const unassigned = { listed: 5, villages: [village], persons: 30, withoutPersons: 0 };

function markup(villages: number | null): string {
  const nothing = (): void => undefined;
  const listed = villages === null ? null : { villages, onAssign: nothing };
  return renderToStaticMarkup(
    <UnassignedVillages
      unassigned={unassigned}
      areaOf={() => '平陆县'}
      onShowVillage={nothing}
      onExport={nothing}
      listed={listed}
    />,
  );
}

it('tells the site that the list names, and offers to assign by it where the plan has such sites', () => {
  expect(markup(3)).toContain('平陆县；名单：甲安置点');
  expect(markup(3)).toContain('按名单分到同名的安置点（3 村）');
  expect(markup(0)).not.toContain('按名单分到');
  expect(markup(null)).not.toContain('按名单分到');
});
