import { Button, Radio } from 'antd';
import { FileUp, FolderOpen } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { ProblemList } from '../../ui/problem-list';
import type { ImportDialogProps } from './import-dialog-props';
import { layerFacts, layerTitle } from './import-view';
import styles from './import.module.css';

type Props = Pick<
  ImportDialogProps,
  'layers' | 'layer' | 'fileProblems' | 'isBusy' | 'onFiles' | 'onLayer'
>;

function Choosers({ onFiles, disabled }: { onFiles: Props['onFiles']; disabled: boolean }) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = (input: HTMLInputElement): void => {
    if (input.files && input.files.length > 0) onFiles([...input.files]);
    // The same file may be chosen again after it was mended.
    input.value = '';
  };
  return (
    <div className={styles.choosers}>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        data-testid="import-files"
        aria-label="选择要导入的文件"
        onChange={(event) => take(event.currentTarget)}
      />
      <input
        ref={folder}
        type="file"
        hidden
        aria-label="选择要导入的文件夹"
        onChange={(event) => take(event.currentTarget)}
        {...{ webkitdirectory: '' }}
      />
      <Button
        type="primary"
        icon={<FileUp size={14} aria-hidden />}
        disabled={disabled}
        onClick={() => files.current?.click()}
      >
        选择文件
      </Button>
      <Button
        icon={<FolderOpen size={14} aria-hidden />}
        disabled={disabled}
        onClick={() => folder.current?.click()}
      >
        选择文件夹
      </Button>
    </div>
  );
}

/** What can be dropped, which files were read and what was wrong with them. */
export function FileStep(props: Props): ReactNode {
  const { layers, layer, fileProblems, isBusy, onFiles, onLayer } = props;
  return (
    <div className={styles.fileStep}>
      <div
        className={styles.drop}
        onDragOver={(event) => event.preventDefault()}
        data-empty={layers === null}
      >
        <p className={styles.dropTitle}>把文件或文件夹拖到窗口里，或者：</p>
        <Choosers onFiles={onFiles} disabled={isBusy} />
        <p className={styles.hint}>
          村表：CSV、TSV、XLSX。图形：Shapefile（zip
          或整套文件）、GeoJSON、KML/KMZ、DXF、GeoPackage。
          高程：GeoTIFF。编码（GBK、UTF-8）和坐标系自动辨认，可以改。文件只在本机读取，不上传。
        </p>
      </div>
      {layers !== null && layers.length > 0 && (
        <fieldset className={styles.layers}>
          <legend>要导入的表或图层</legend>
          <Radio.Group
            value={layer?.key ?? null}
            disabled={isBusy}
            onChange={(event) => onLayer(String(event.target.value))}
          >
            {layers.map((each) => (
              <Radio key={each.key} value={each.key} className={styles.layer ?? ''}>
                <strong>{layerTitle(each)}</strong>
                <span className={styles.hint}>
                  {layerFacts(each)}
                  {each.isTaken && '（已导入）'}
                  {each.isRemarks && '（像是文字说明，不是数据）'}
                </span>
              </Radio>
            ))}
          </Radio.Group>
        </fieldset>
      )}
      {layers !== null && layers.length === 0 && fileProblems.length === 0 && (
        <p className={styles.hint}>没有读到任何表或图层。</p>
      )}
      <ProblemList problems={fileProblems} announce />
    </div>
  );
}
