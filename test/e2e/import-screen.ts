// The import dialog's parts, and how files come to it.
import { type Locator, type Page, expect } from '@playwright/test';
import type { TestFile } from './import-files';

export interface ImportScreen {
  readonly dialog: Locator;
  readonly next: Locator;
  readonly apply: Locator;
  /** 读到, 正常, 有提示, 未采用. */
  readonly count: (word: string) => Locator;
}

export function importScreen(page: Page): ImportScreen {
  const dialog = page.getByRole('dialog', { name: '导入数据' });
  return {
    dialog,
    next: dialog.getByRole('button', { name: /^下一步/ }),
    apply: dialog.getByRole('button', { name: '导入', exact: true }),
    count: (word) => dialog.getByRole('term').filter({ hasText: word }).locator('+ dd'),
  };
}

/** Drops files on the page as from a folder window. */
export async function dropFiles(page: Page, files: readonly TestFile[]): Promise<void> {
  const texts = files.map(({ name, bytes }) => ({
    name,
    base64: Buffer.from(bytes).toString('base64'),
  }));
  const dataTransfer = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of all) {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      transfer.items.add(new File([bytes], name));
    }
    return transfer;
  }, texts);
  await page.dispatchEvent('body', 'drop', { dataTransfer });
}

/** Chooses files in the open dialog. */
export async function chooseFiles(page: Page, files: readonly TestFile[]): Promise<void> {
  await page
    .getByTestId('import-files')
    .setInputFiles(
      files.map(({ name, bytes }) => ({ name, mimeType: '', buffer: Buffer.from(bytes) })),
    );
}

export async function goNext(page: Page): Promise<void> {
  const { next } = importScreen(page);
  await expect(next).toBeEnabled();
  await next.click();
}
