// React Compiler (babel-plugin-react-compiler, the React team's own) as a Vite plugin: every component and hook keeps
// what did not change, so that a step of the distance slider draws anew what shows the distance and nothing else.
import { transformAsync } from '@babel/core';

/** Only here are components and hooks: engine and geometry stay as written. */
const MAY_HOLD_COMPONENTS = /\/src\/(app|features|ui|map)\/.*\.tsx?$/;
const USES_REACT = /from 'react'/;

export function reactCompiler() {
  return {
    name: 'cuntu-react-compiler',
    enforce: 'pre',
    async transform(code, id) {
      const [file = ''] = id.replaceAll('\\', '/').split('?');
      if (!MAY_HOLD_COMPONENTS.test(file)) return null;
      if (!file.endsWith('.tsx') && !USES_REACT.test(code)) return null;
      const result = await transformAsync(code, {
        filename: file,
        babelrc: false,
        configFile: false,
        sourceMaps: true,
        parserOpts: { plugins: ['typescript', 'jsx'] },
        plugins: [['babel-plugin-react-compiler', { target: '19' }]],
      });
      return result?.code ? { code: result.code, map: result.map } : null;
    },
  };
}
