// How the making of files stands, for dialogs that make them.
import type { ListedProblem } from './problem-list';

export interface RunStep {
  readonly text: string;
  readonly done: number;
  readonly total: number;
}

export interface WrittenFile {
  readonly name: string;
  /** What it is, in words: “1 页，地图图像 2433×1724 像素”. */
  readonly text: string;
}

export type FileRun =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly step: RunStep }
  | { readonly kind: 'done'; readonly files: readonly WrittenFile[] }
  | { readonly kind: 'failed'; readonly problems: readonly ListedProblem[] }
  | { readonly kind: 'cancelled' };
