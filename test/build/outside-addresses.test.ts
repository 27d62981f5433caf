import { describe, expect, it } from 'vitest';
import { outsideAddresses } from '../../.ci/built-app.mjs';

describe('outsideAddresses', () => {
  it('lets listed namespaces and links of error texts stand', () => {
    const text = `"http://purl.org/dc/elements/1.1/" "http://purl.oclc.org/ooxml/officeDocument/x"
      \`https://rolldown.rs/in-depth/bundling-cjs#require-external-modules\` "https://github.com/a/b"
      "http://jspdf.default.namespaceuri/" /* https://example.org/comment */`;
    expect(outsideAddresses(text)).toEqual([]);
  });

  it('finds what is listed by a part of the path only', () => {
    const others = [
      'https://purl.org/other',
      'https://purl.org/dcx/elements',
      'https://cdnjs.cloudflare.com/ajax/libs/pdfobject/2.1.1/pdfobject.min.js.map',
      'https://cdnjs.cloudflare.com/ajax/libs/another.js',
      'https://answers.microsoft.com/api',
      'https://react.dev.example.org/x',
      'wss://example.org',
    ];
    expect(outsideAddresses(others.map((each) => `fetch("${each}")`).join('\n'))).toEqual(others);
  });
});
