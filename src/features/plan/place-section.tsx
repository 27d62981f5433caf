import { Button, Input, Radio, Select } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import type { Problem } from '../../domain/problem';
import type { DrawMode } from '../../map/draw/drawn-shape';
import { formatDistance, formatInteger } from '../../ui/format';
import { NumberField } from '../../ui/number-field';
import { ProblemList } from '../../ui/problem-list';
import type { PlaceProps } from './object-details-props';
import { SHAPE_WORDS, crsOptions, geometryWords, usualShape } from './place-view';
import styles from './plan.module.css';

/** Beyond this a place says nothing about villages. */
const MOST_ACCURACY_METRES = 50_000;

function Drawing({ drawing }: { readonly drawing: NonNullable<PlaceProps['drawing']> }): ReactNode {
  const { progress } = drawing;
  if (!progress) return null;
  return (
    <>
      <p className={styles.note} aria-live="polite">
        已标 {formatInteger(progress.vertexCount)} 个点
        {progress.lengthMetres > 0 && `，长 ${formatDistance(progress.lengthMetres)}`}
        ；在图上逐点单击，双击或再点最后一点完成。
      </p>
      <div className={styles.buttons}>
        <Button size="small" type="primary" disabled={!progress.canFinish} onClick={drawing.finish}>
          完成（Enter）
        </Button>
        <Button size="small" disabled={progress.vertexCount === 0} onClick={drawing.undoVertex}>
          退一点（Backspace）
        </Button>
        <Button size="small" onClick={drawing.cancel}>
          取消（Esc）
        </Button>
      </div>
    </>
  );
}

function Typing(
  props: PlaceProps & { readonly mode: DrawMode; readonly onDone: () => void },
): ReactNode {
  const { bbox, mode, onTyped } = props;
  const options = crsOptions(bbox);
  const [crs, setCrs] = useState(options[0]?.value ?? 'cgcs2000');
  const [text, setText] = useState('');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const hint = useId();
  const take = (): void => {
    const found = onTyped({ text, mode, crs });
    setProblems(found);
    if (!found.some(({ severity }) => severity === 'error')) props.onDone();
  };
  return (
    <div className={styles.coordinates}>
      <Select
        size="small"
        aria-label="坐标系"
        popupMatchSelectWidth={false}
        value={crs}
        options={[...options]}
        onChange={setCrs}
      />
      <Input.TextArea
        aria-label="坐标，每行一个点"
        aria-describedby={hint}
        rows={3}
        value={text}
        placeholder="横坐标（经度或东）, 纵坐标（纬度或北）"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) take();
        }}
      />
      <p id={hint} className={styles.note}>
        每行一个点；经纬度写十进制度，分带坐标写米，带不带带号都可以。Ctrl+Enter 采用。
      </p>
      <ProblemList problems={problems} announce />
      <div className={styles.buttons}>
        <Button size="small" type="primary" disabled={text.trim() === ''} onClick={take}>
          采用坐标
        </Button>
        <Button size="small" onClick={props.onDone}>
          取消
        </Button>
      </div>
    </div>
  );
}

/** 位置: drawn on the map or typed in a coordinate system of the user's choice. */
export function PlaceSection(props: PlaceProps): ReactNode {
  const { object, drawing, isLocked } = props;
  const { geometry } = object;
  const [mode, setMode] = useState<DrawMode>(usualShape(object.kind));
  const [isTyping, setTyping] = useState(false);
  const isDrawing = drawing?.progress != null;
  return (
    <section className={styles.part} aria-label="位置">
      <h3>位置</h3>
      <p className={styles.note}>
        {geometry === null ? '还没有位置（待补）。' : `${geometryWords(geometry)}`}
      </p>
      {!isLocked && (
        <>
          <div className={styles.buttons}>
            <Radio.Group
              size="small"
              aria-label="形状"
              disabled={isDrawing}
              options={(['point', 'linestring', 'polygon'] as const).map((value) => ({
                value,
                label: SHAPE_WORDS[value],
              }))}
              value={mode}
              onChange={(event) => setMode(event.target.value as DrawMode)}
            />
            {!isDrawing && (
              <Button size="small" disabled={!drawing} onClick={() => drawing?.start(mode)}>
                {geometry === null ? '在图上标绘' : '重新标绘'}
              </Button>
            )}
            {!isDrawing && !isTyping && (
              <Button size="small" onClick={() => setTyping(true)}>
                录入坐标
              </Button>
            )}
          </div>
          {drawing && <Drawing drawing={drawing} />}
          {drawing?.problem && <ProblemList problems={[drawing.problem]} announce />}
          {isTyping && <Typing {...props} mode={mode} onDone={() => setTyping(false)} />}
          <div className={styles.field}>
            <span className={styles.label}>位置精度</span>
            <NumberField
              label="位置精度"
              unit="米"
              value={object.accuracyMetres}
              min={0}
              max={MOST_ACCURACY_METRES}
              step={50}
              width={140}
              onChange={props.onAccuracy}
            />
          </div>
        </>
      )}
    </section>
  );
}
