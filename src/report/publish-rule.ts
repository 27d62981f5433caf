// What a public version is made by: one choice for every file that leaves the office.
import { PUBLISH_GRIDS, type PublishGrid } from './publish-grid';

export interface PublishRule {
  /** Figures of households and persons below this are not published; at least 2. */
  readonly threshold: number;
  readonly grid: PublishGrid;
}

export interface PublishChoice extends PublishRule {
  readonly isPublic: boolean;
}

export const USUAL_PUBLISH: PublishChoice = {
  isPublic: false,
  threshold: 5,
  grid: PUBLISH_GRIDS[0]!,
};

/** Null leaves everything in. */
export function publishRule({ isPublic, threshold, grid }: PublishChoice): PublishRule | null {
  return isPublic ? { threshold, grid } : null;
}

/** For whom a file is, as its name says it. */
export function audienceWord(rule: PublishRule | null): '公开版' | '内部版' {
  return rule ? '公开版' : '内部版';
}

/** A file of a panel's own button, which does not ask for whom it is: nothing is withheld, and its title says so. */
export function internalFile<T extends { readonly title: string }>(file: T): T {
  return { ...file, title: `${file.title}（${audienceWord(null)}）` };
}

/** The same in one line, for the foot of a sheet. */
export function publicationText({ threshold, grid }: PublishRule): string {
  return `公开版：坐标取整到 ${grid.text}，距离取整到 ${grid.metres} 米，不列小于 ${threshold} 和可反推的户数、人数`;
}

/** What a reader of the public version must know. */
export function publicationLines({ threshold, grid }: PublishRule): readonly string[] {
  return [
    `公开版：小于 ${threshold} 的户数、人数写作“<${threshold}”；为免由合计反推而另外不列的写作“不公布”。`,
    `公开版：村、项目和规划对象的坐标取整到 ${grid.text}，距离取整到 ${grid.metres} 米；县界和乡镇规划单元是公开资料的示意边界，没有取整。`,
  ];
}
