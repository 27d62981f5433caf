import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPermalink, regionOfLink, withRegion, writePermalink } from '../../src/app/permalink';
import { DEFAULT_SESSION, type SessionState } from '../../src/app/session-state';
import { LAYERS } from '../../src/map/layer-catalog';

const reopen = (session: SessionState): SessionState => ({
  ...DEFAULT_SESSION,
  ...readPermalink(`#${writePermalink(session)}`),
});

describe('permalink', () => {
  it('writes nothing for a session as it starts', () => {
    expect(writePermalink(DEFAULT_SESSION)).toBe('');
    expect(reopen(DEFAULT_SESSION)).toEqual(DEFAULT_SESSION);
  });

  it('names the region, but the first one, which older links mean', () => {
    expect(withRegion('p=a&d=5', 'jincheng')).toBe('r=jincheng&p=a&d=5');
    expect(withRegion('p=a&r=x&d=5', 'jincheng')).toBe('r=jincheng&p=a&d=5');
    expect(withRegion('p=a', 'yuncheng')).toBe('p=a');
    expect(withRegion('', 'yuncheng')).toBe('r=yuncheng');
    expect(['', '#', '#p=a', '#r=jincheng&p=a', '#p=a&r='].map(regionOfLink)).toEqual([
      null,
      null,
      'yuncheng',
      'jincheng',
      '',
    ]);
    expect(readPermalink('#r=jincheng&d=500')).toEqual({ distanceMetres: 500 });
  });

  it('restores the colours of 重复覆盖', () => {
    const session = { ...DEFAULT_SESSION, chosenProjectIds: ['a', 'b'], showsOverlap: true };
    expect(writePermalink(session)).toBe('p=a,b&overlap=1');
    expect(reopen(session)).toEqual(session);
  });

  it('restores view, layers, selection and parameters', () => {
    const session: SessionState = {
      ...DEFAULT_SESSION,
      theme: 'projector',
      camera: { center: [110.75613, 34.65717], zoom: 11.25, bearing: 30, pitch: 45 },
      chosenProjectIds: ['dayudu', 'zuncun'],
      distanceMetres: 3100,
      coverageMode: 'each',
      focusedProjectId: 'zuncun',
      selection: { kind: 'village', code: '140830101201' },
      areaCode: '140830',
      year: 2018,
      shownBeltIds: ['huanghe'],
      layers: [...DEFAULT_SESSION.layers].reverse().map((layer, rank) => ({
        ...layer,
        visible: rank % 2 === 0,
        opacity: 0.4,
      })),
      thematic: {
        measure: 'poorPersons',
        level: 'county',
        method: 'custom',
        classCount: 4,
        ramp: 'YlGnBu',
        customBreaks: [1000, 2500.5, 9000],
      },
      indicators: {
        weights: 'poor-persons-estimate',
        choices: {
          ...DEFAULT_SESSION.indicators.choices,
          'clinic-access': { projectIds: ['import:7f3a:12', 'dayudu'], distanceMetres: 5000 },
          'school-access': { projectIds: [], distanceMetres: 2000 },
          'site-access': { projectIds: null, distanceMetres: 800 },
        },
      },
      leftTab: 'objects',
      rightTab: 'inspect',
      leftOpen: false,
      rightOpen: true,
      tableOpen: false,
    };
    expect(reopen(session)).toEqual(session);
  });

  it('keeps ids that hold colons of their own', () => {
    for (const kind of ['project', 'imported'] as const) {
      const session = { ...DEFAULT_SESSION, selection: { kind, id: 'import:7f3a:12' } };
      expect(reopen(session).selection).toEqual(session.selection);
    }
  });

  it('keeps a plain readable form', () => {
    const link = writePermalink({
      ...DEFAULT_SESSION,
      chosenProjectIds: ['dayudu'],
      distanceMetres: 3000,
    });
    expect(link).toBe('p=dayudu&d=3000');
  });

  it('ignores what it does not know and puts unnamed layers where the defaults have them', () => {
    const patch = readPermalink(
      '#c=999,1,2&d=-5&theme=neon&tab=x,y&s=village:&y=abc&l=-villages~50,nonsense',
    );
    expect(Object.keys(patch)).toEqual(['layers']);
    expect(patch.layers?.[0]).toEqual({ id: 'villages', visible: false, opacity: 0.5 });
    expect(patch.layers?.map((layer) => layer.id).toSorted()).toEqual(
      LAYERS.map((layer) => layer.id).toSorted(),
    );
  });

  it('never throws on any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        readPermalink(text);
      }),
      { seed: 20161122 },
    );
  });
});
