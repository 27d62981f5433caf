// Writes THIRD-PARTY-NOTICES.md from package-lock.json and node_modules: every package that the app's
// own dependencies bring (build and test tools apart), and the fonts, with the full licence texts.
// `--check` writes nothing and exits 1 when the file is not what it would write.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMain } from './files.mjs';

const ROOT = join(import.meta.dirname, '..');
const OUT = join(ROOT, 'THIRD-PARTY-NOTICES.md');

/** What a reader must know beyond the licence text. */
const REMARKS = {
  'geojson-validation':
    'LGPL-3.0. Used unchanged, as a chunk of its own in the built app (`assets/geojson-validation-*.js`), ' +
    'so that it can be replaced by a modified version: put yours at `node_modules/geojson-validation` and ' +
    'run `npm run build`, or replace the chunk. Its source is the npm package of the version named here.',
  '@mapbox/jsonlint-lines-primitives':
    'Derived from jsonlint by Zach Carter, https://github.com/zaach/jsonlint, which is under the MIT licence; ' +
    'the package names none itself. A dependency of the style specification; the built app holds none of it.',
  jsts: 'Taken under the Eclipse Distribution License 1.0.',
};

/** Shorter than this, a text only names a licence. */
const SHORTEST_LICENCE = 200;

const PREAMBLE = `# Third-party notices

Made by \`npm run notices\` from package-lock.json; do not edit. Cuntu itself is under the MIT licence (LICENSE).
The data of the region packs has its own sources and licences: \`geodata/<region>/SOURCES.md\`.
`;

const compare = (a, b) => (a < b ? -1 : Number(a > b));

/** Packages in the lock that ship: not marked as development or optional. */
function shippedPackages(lock) {
  return Object.entries(lock.packages)
    .filter(([path, entry]) => path.startsWith('node_modules/') && !entry.dev && !entry.devOptional)
    .filter(([, entry]) => !entry.optional && !entry.link && !entry.extraneous)
    .map(([path, entry]) => ({
      path,
      name: entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: entry.version,
    }))
    .filter(
      (each, i, all) =>
        all.findIndex((one) => one.name === each.name && one.version === each.version) === i,
    )
    .sort((a, b) => (a.name === b.name ? compare(a.version, b.version) : compare(a.name, b.name)));
}

function licenceId(manifest) {
  const { license, licenses } = manifest;
  if (typeof license === 'string') return license;
  if (license?.type) return license.type;
  if (Array.isArray(licenses)) return licenses.map((each) => each.type ?? each).join(' OR ');
  return null;
}

/** The section on the licence of a package's README, or nothing. */
function readmeLicence(folder) {
  const readme = readdirSync(folder).find((name) => /^readme/i.test(name));
  if (!readme) return '';
  const text = readFileSync(join(folder, readme), 'utf8').replaceAll('\r\n', '\n');
  const section = /^#*[ \t]*(?:licen[cs]e|copyright)[^\n]*\n+([\s\S]+?)(?=\n#|(?![\s\S]))/im.exec(
    text,
  );
  return section ? section[1].replace(/^[-=]+\n/, '').trim() : '';
}

function licenceText(folder) {
  const names = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice)/i.test(name));
  if (names.length === 0) return readmeLicence(folder);
  return names
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim())
    .join('\n\n');
}

function describe({ path, name, version }) {
  const folder = join(ROOT, path);
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const text = licenceText(folder);
  const author = typeof manifest.author === 'string' ? manifest.author : manifest.author?.name;
  if (text.length >= SHORTEST_LICENCE) {
    return { name, version, licence: licenceId(manifest) ?? 'see text', text };
  }
  const licence = licenceId(manifest) ?? 'see remark';
  const by = author ? `, author ${author}` : '';
  const stated = `The package carries no licence text; its package.json states: ${licence}${by}.`;
  return {
    name,
    version,
    licence,
    text: licence === 'MIT' ? `${stated}\n\n${mitTerms()}` : stated,
  };
}

/** The MIT terms, without a copyright line, from our own licence. */
function mitTerms() {
  const own = readFileSync(join(ROOT, 'LICENSE'), 'utf8');
  return own.slice(own.indexOf('Permission is hereby granted')).trim();
}

/** One copy of each text, headed by the packages that it belongs to. */
function byText(packages) {
  const groups = new Map();
  for (const each of packages) groups.set(each.text, [...(groups.get(each.text) ?? []), each]);
  return [...groups].map(([text, members]) => {
    const heading = members.map((each) => `${each.name} ${each.version}`).join(', ');
    const remarks = members.flatMap((each) => REMARKS[each.name] ?? []);
    return [`### ${heading}`, ...remarks, `\`\`\`\`text\n${text}\n\`\`\`\``].join('\n\n');
  });
}

function notices() {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  const packages = shippedPackages(lock).map(describe);
  const font = readFileSync(join(ROOT, 'public', 'fonts', 'OFL.txt'), 'utf8')
    .replaceAll('\r\n', '\n')
    .trim();
  const rows = packages.map((each) => `| ${each.name} | ${each.version} | ${each.licence} |`);
  return [
    PREAMBLE,
    '## Packages\n',
    ['| package | version | licence |', '|---|---|---|', ...rows].join('\n'),
    '\n## Fonts\n',
    'Cuntu Sans (`public/fonts`) is a subset of Noto Sans SC under the SIL Open Font License 1.1.\n',
    `\`\`\`\`text\n${font}\n\`\`\`\`\n`,
    '## Licence texts\n',
    byText(packages).join('\n\n'),
    '',
  ].join('\n');
}

if (isMain(import.meta.filename)) {
  const wanted = notices();
  if (!process.argv.includes('--check')) writeFileSync(OUT, wanted);
  else if (!existsSync(OUT) || readFileSync(OUT, 'utf8') !== wanted) {
    console.error('THIRD-PARTY-NOTICES.md is not up to date: run npm run notices');
    process.exitCode = 1;
  }
}
