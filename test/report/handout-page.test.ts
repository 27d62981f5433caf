import { describe, expect, it } from 'vitest';
import type { HandoutModel } from '../../src/report/handout-model';
import { handoutPage } from '../../src/report/handout-page';
import { plainHandout } from './handout-model-fixture';

const ASSETS = {
  script: 'start();',
  scriptHash: 'sha256-A=',
  style: 'p{}',
  styleHash: 'sha256-B=',
};
const NASTY = '</script><img src=x onerror=alert(1)>\u2028<!--&"';

function modelIn(page: string): HandoutModel {
  const [, text = ''] =
    /<script type="application\/json" id="model">(.*?)<\/script>/s.exec(page) ?? [];
  return JSON.parse(text) as HandoutModel;
}

describe('handoutPage', () => {
  it('holds the whole model, whatever its texts', () => {
    const plain = plainHandout([1, 2], '01');
    const model: HandoutModel = {
      ...plain,
      title: NASTY,
      villages: { ...plain.villages, names: [NASTY, '乙村'] },
    };
    const page = handoutPage(model, ASSETS);
    expect(modelIn(page)).toEqual(model);
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(page.match(/<\/script>/g)).toHaveLength(2);
    expect(page).not.toContain('<img');
    expect(page).not.toContain('<!--&');
  });

  it('lets nothing run but its own script and style, and fetches nothing', () => {
    const page = handoutPage(plainHandout([1], '0'), ASSETS);
    expect(page).toContain(
      `content="default-src 'none'; script-src 'sha256-A='; style-src 'sha256-B='; base-uri 'none'; form-action 'none'"`,
    );
    expect(page).not.toMatch(/https?:|src=|href=|url\(|@import/);
  });

  it('refuses a script that would end its own element', () => {
    expect(() => handoutPage(plainHandout([1], '0'), { ...ASSETS, script: '"</script>"' })).toThrow(
      'its own end tag',
    );
  });
});
