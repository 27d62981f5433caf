// The hand-out's page: reads the model from its data block and builds everything from it. No request, no storage.
import type { HandoutModel, HandoutScene } from '../handout-model';
import type { ReportTable } from '../report-model';
import { el } from './dom';
import { type HandoutMap, handoutMap } from './map-view';
import { scenePanel, sceneTable } from './scene-panel';
import { villageTable } from './village-table';

function readModel(): HandoutModel {
  const text = document.getElementById('model')?.textContent ?? '';
  // Written by the same version of this program that wrote this script.
  return JSON.parse(text) as HandoutModel;
}

function header(model: HandoutModel): HTMLElement {
  const parts = [model.region, model.planTitle, model.organisation, model.date].filter(Boolean);
  return el('header', {}, [
    el('h1', {}, [model.title]),
    el('p', {}, [parts.join(' · ')]),
    el('p', { class: 'audience' }, [model.audience === 'public' ? '公开版' : '内部资料']),
  ]);
}

function footer(model: HandoutModel): HTMLElement {
  const number = model.mapNumber === '' ? [] : [`审图号：${model.mapNumber}`];
  const lines = [...number, ...model.publication, ...model.sources];
  return el('footer', {}, [
    el('h2', {}, ['来源与说明']),
    el('p', { class: 'strong' }, ['示意，不作划界依据']),
    ...lines.map((line) => el('p', {}, [line])),
  ]);
}

/** Long, and not about the scene: closed at first. */
function claimsBlock(claims: ReportTable): HTMLElement {
  const word = `${claims.title}（${claims.rows.length} 条）`;
  return el('details', { class: 'tables' }, [el('summary', {}, [word]), sceneTable(claims)]);
}

function mapBox(map: HandoutMap): HTMLElement {
  const button = (word: string, name: string, click: () => void): HTMLElement =>
    el('button', { type: 'button', 'aria-label': name, title: name, click }, [word]);
  return el('div', { class: 'map-box' }, [
    map.element,
    el('div', { class: 'zoom' }, [
      button('＋', '放大', () => map.zoomBy(1.5)),
      button('－', '缩小', () => map.zoomBy(1 / 1.5)),
      button('全', '全图', map.home),
    ]),
  ]);
}

function start(model: HandoutModel): void {
  const table = villageTable(model, (at) => showVillage(at));
  const map = handoutMap(model, (at) => showVillage(at));
  const panel = el('aside', { 'aria-label': '数字与图例', tabindex: 0 });
  const found = el('p', { class: 'found', role: 'status' });
  const tables = el('div', { class: 'tables' });
  let current: HandoutScene | undefined;

  function showVillage(at: number): void {
    const { names, townships } = model.villages;
    const state = current?.answer ? model.stateWords[Number(current.answer.states[at])] : '';
    const metres = current?.answer?.distances[at] ?? null;
    const parts = [
      `${names[at]}（${model.townships[townships[at] ?? -1]?.name ?? ''}）`,
      state ?? '',
      metres === null ? '' : `距最近项目 ${metres.toLocaleString('zh-CN')} 米`,
    ];
    found.textContent = parts.filter((part) => part !== '').join('，');
    map.showVillage(at);
  }
  function showScene(scene: HandoutScene, buttons: readonly HTMLElement[], at: number): void {
    current = scene;
    buttons.forEach((button, place) => button.setAttribute('aria-pressed', String(place === at)));
    found.textContent = '';
    panel.replaceChildren(...scenePanel(scene));
    tables.replaceChildren(...scene.tables.map(sceneTable));
    map.showScene(scene);
    table.showScene(scene);
  }

  const buttons: readonly HTMLElement[] = model.scenes.map((scene, at) =>
    el(
      'button',
      { type: 'button', 'aria-pressed': 'false', click: () => showScene(scene, buttons, at) },
      [`${at + 1} ${scene.title}`],
    ),
  );
  document.body.append(
    header(model),
    el('nav', { 'aria-label': '场景' }, buttons),
    el('main', {}, [
      el('div', { class: 'stage' }, [el('div', { class: 'left' }, [mapBox(map), found]), panel]),
      tables,
      table.element,
      ...(model.claims ? [claimsBlock(model.claims)] : []),
    ]),
    footer(model),
  );
  const first = model.scenes[0];
  if (first) showScene(first, buttons, 0);
  document.documentElement.dataset.ready = 'true';
}

start(readModel());
