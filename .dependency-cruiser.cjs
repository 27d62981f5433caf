// The import table of docs/architecture.md. Each row: module folder -> what it may import of ours.
const ALLOWED = {
  domain: [],
  geo: ['domain'],
  analysis: ['domain', 'geo'],
  packs: ['domain', 'geo'],
  document: ['domain', 'geo'],
  io: ['domain', 'geo'],
  engine: ['analysis', 'packs', 'domain', 'geo'],
  map: ['domain', 'geo', 'analysis'],
  ui: ['domain/units', 'domain/swatch'],
  report: ['domain', 'analysis', 'ui/format'],
};

const layerRules = Object.entries(ALLOWED).map(([from, allowed]) => ({
  name: `${from}-imports`,
  comment: `${from} may import: ${allowed.join(', ') || 'nothing of ours'}`,
  severity: 'error',
  from: { path: `^src/${from}/` },
  to: { path: '^src/', pathNot: [from, ...allowed].map((name) => `^src/${name}(/|\\.)`) },
}));

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: ['\\.d\\.ts$'] },
      to: {},
    },
    ...layerRules,
    {
      name: 'engine-client-protocol-only',
      comment: 'the page must not pull the engine itself into its bundle',
      severity: 'error',
      from: { path: '^src/engine/client\\.ts$' },
      to: {
        path: '^src/',
        pathNot: ['^src/engine/(protocol|sent-geometry)\\.ts$', '^src/domain/'],
      },
    },
    {
      name: 'features-are-vertical',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/(features|app|cli)/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'features-not-the-worker',
      severity: 'error',
      from: { path: '^src/features/' },
      to: { path: '^src/engine/(worker|run)' },
    },
    {
      name: 'react-only-where-allowed',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(ui|features|app)/', '^src/map/map-canvas'] },
      to: { path: 'node_modules/(react|react-dom|antd)/' },
    },
    {
      name: 'pure-core-has-no-node-core',
      severity: 'error',
      from: { path: '^src/(domain|geo|analysis)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'nobody-imports-app',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(app|cli)/' },
      to: { path: '^src/(app|cli)/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\?(worker|url)' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.css'] },
    moduleSystems: ['es6', 'cjs'],
    combinedDependencies: false,
    reporterOptions: { text: { highlightFocused: false } },
  },
};
