// The hand-out as one HTML file: the model as JSON in a data block, a small script and a style sheet whose hashes are the only
// things that the policy lets run. Nothing is fetched. Texts reach the page through textContent alone; here only the title
// and the notice for readers without script are markup.
import type { HandoutModel } from './handout-model';

/** What the build makes of handout-client: texts and their CSP sources, e.g. 'sha256-…'. */
export interface HandoutAssets {
  readonly script: string;
  readonly scriptHash: string;
  readonly style: string;
  readonly styleHash: string;
}

/** No text can end the data block or open a comment in it: "<" stands as its escape, as do the line ends of JavaScript. */
export function dataBlock(model: HandoutModel): string {
  return JSON.stringify(model)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function htmlText(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}

function policy({ scriptHash, styleHash }: HandoutAssets): string {
  return [
    "default-src 'none'",
    `script-src '${scriptHash}'`,
    `style-src '${styleHash}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** The whole file. Throws when script or style could end their own element. */
export function handoutPage(model: HandoutModel, assets: HandoutAssets): string {
  if (/<\/script/i.test(assets.script) || /<\/style/i.test(assets.style)) {
    throw new Error('script or style of the hand-out holds its own end tag');
  }
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(assets)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${htmlText(model.title)}</title>
<style>${assets.style}</style>
</head>
<body>
<noscript>请用 2022 年以后的浏览器打开，并允许本页脚本。本页不联网。</noscript>
<script type="application/json" id="model">${dataBlock(model)}</script>
<script>${assets.script}</script>
</body>
</html>
`;
}
