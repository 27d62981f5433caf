import { Button, Input, Radio } from 'antd';
import { type DragEvent, type ReactNode, useId, useState } from 'react';
import { fileSizeProblem } from '../../io/read-geojson';
import type { DrawMode } from '../../map/draw/drawn-shape';
import { formatDistance, formatInteger } from '../../ui/format';
import type { AlignmentAction, AlignmentForm } from './alignment-form';
import styles from './alignments.module.css';
import type { Drawing } from './use-drawing';

interface FieldsProps {
  readonly form: AlignmentForm;
  readonly dispatch: (action: AlignmentAction) => void;
}

const SHAPES: readonly { readonly value: DrawMode; readonly label: string }[] = [
  { value: 'linestring', label: '线' },
  { value: 'point', label: '点' },
  { value: 'polygon', label: '面' },
];

function ShapeChoice({ form, dispatch }: FieldsProps): ReactNode {
  return (
    <Radio.Group
      aria-label="形状"
      options={[...SHAPES]}
      value={form.shape}
      disabled={form.drawing !== null}
      onChange={(event) => dispatch({ type: 'shape', shape: event.target.value as DrawMode })}
    />
  );
}

/** 在图上标绘 */
export function DrawFields(
  props: FieldsProps & { readonly drawing: Drawing; readonly canDraw: boolean },
): ReactNode {
  const { form, drawing, canDraw } = props;
  const { drawing: progress } = form;
  return (
    <div className={styles.fields}>
      <ShapeChoice {...props} />
      {!progress && (
        <Button type="primary" disabled={!canDraw} onClick={() => drawing.start(form.shape)}>
          {form.geometry ? '重新标绘' : '开始标绘'}
        </Button>
      )}
      {!canDraw && <p className={styles.hint}>地图尚未就绪，稍候即可标绘。</p>}
      {progress && (
        <>
          <p className={styles.status} aria-live="polite">
            已标 {formatInteger(progress.vertexCount)} 个点
            {progress.lengthMetres > 0 && `，长 ${formatDistance(progress.lengthMetres)}`}
          </p>
          <div className={styles.buttons}>
            <Button type="primary" disabled={!progress.canFinish} onClick={drawing.finish}>
              完成（Enter）
            </Button>
            <Button disabled={progress.vertexCount === 0} onClick={drawing.undoVertex}>
              退一点（Backspace）
            </Button>
            <Button onClick={drawing.cancel}>取消（Esc）</Button>
          </div>
          <p className={styles.hint}>在图上逐点单击；双击或再点最后一点完成。</p>
        </>
      )}
    </div>
  );
}

/** 按坐标录入 */
export function TypeFields(props: FieldsProps): ReactNode {
  const { form, dispatch } = props;
  const hint = useId();
  return (
    <div className={styles.fields}>
      <ShapeChoice {...props} />
      <Input.TextArea
        aria-label="坐标，每行一个点"
        aria-describedby={hint}
        rows={6}
        value={form.text}
        placeholder={'经度, 纬度'}
        onChange={(event) => dispatch({ type: 'text', text: event.target.value })}
      />
      <p id={hint} className={styles.hint}>
        每行一个点，经度在前，十进制度；空行另起一段。坐标系为 WGS84 或
        CGCS2000；从高德、腾讯、百度地图取的坐标有数百米偏移，不能直接用。
      </p>
      <Button
        disabled={form.text.trim() === ''}
        onClick={() => dispatch({ type: 'read-text', swapAxes: false })}
      >
        检查并预览
      </Button>
    </div>
  );
}

/** 导入 GeoJSON 文件 */
export function ImportFields({ form, dispatch }: FieldsProps): ReactNode {
  const [isOver, setIsOver] = useState(false);
  const input = useId();
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const problem = fileSizeProblem(file.name, file.size);
    if (problem) dispatch({ type: 'refused', problem });
    else {
      const bytes = new Uint8Array(await file.arrayBuffer());
      dispatch({ type: 'file', file: { name: file.name, bytes } });
    }
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(false);
    void take(event.dataTransfer.files[0]);
  };
  return (
    <div className={styles.fields}>
      <div
        className={isOver ? styles.dropOver : styles.drop}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={onDrop}
      >
        <label htmlFor={input}>选择或拖入 GeoJSON 文件</label>
        <input
          id={input}
          type="file"
          accept=".geojson,.json,application/geo+json,application/json"
          onChange={(event) => {
            void take(event.target.files?.[0]);
            // The same file, mended, must be choosable again.
            event.target.value = '';
          }}
        />
        {form.file && <p className={styles.hint}>{form.file.name}</p>}
      </div>
      <p className={styles.hint}>
        坐标系为 WGS84 或 CGCS2000 经纬度；文件内的点、线、面合为一个位置。
      </p>
    </div>
  );
}
