import { Button, Input, InputNumber, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Problem } from '../../domain/problem';
import type { Leg } from '../../geo/geodesic';
import { ProblemList } from '../../ui/problem-list';
import styles from './draw.module.css';

interface Props {
  readonly crsOptions: readonly { readonly value: string; readonly label: string }[];
  /** A leg needs a place to go from. */
  readonly canGoOn: boolean;
  /** A circle takes its radius. */
  readonly isRadius: boolean;
  readonly onLeg: (leg: Leg) => void;
  /** Says why a typed place is not taken; nothing when it is. */
  readonly onPlace: (text: string, crs: string) => readonly Problem[];
}

/** The next place by figures: length and bearing from the last one, or coordinates. */
export function TypedPlace(props: Props): ReactNode {
  const { crsOptions, canGoOn, isRadius } = props;
  const [metres, setMetres] = useState<number | null>(null);
  const [bearing, setBearing] = useState<number | null>(0);
  const [text, setText] = useState('');
  const [crs, setCrs] = useState(crsOptions[0]?.value ?? 'wgs84');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const hasLeg = canGoOn && metres !== null && metres > 0 && bearing !== null;
  const go = (): void => {
    if (hasLeg) props.onLeg({ metres, bearingDegrees: bearing });
  };
  const place = (): void => {
    const found = props.onPlace(text, crs);
    setProblems(found);
    if (found.length === 0) setText('');
  };
  return (
    <>
      <div className={styles.line}>
        <InputNumber
          size="small"
          aria-label={isRadius ? '半径（米）' : '长度（米）'}
          placeholder={isRadius ? '半径' : '长度'}
          suffix="米"
          min={0}
          style={{ width: 96 }}
          value={metres}
          onChange={setMetres}
          onPressEnter={go}
        />
        {!isRadius && (
          <InputNumber
            size="small"
            aria-label="方位角（度，正北起顺时针）"
            suffix="°"
            min={-360}
            max={360}
            style={{ width: 80 }}
            value={bearing}
            onChange={setBearing}
            onPressEnter={go}
          />
        )}
        <Button size="small" disabled={!hasLeg} title={canGoOn ? '' : '先有一个点'} onClick={go}>
          {isRadius ? '按半径' : '加点'}
        </Button>
      </div>
      <div className={styles.line}>
        <Select
          size="small"
          aria-label="坐标系"
          style={{ width: '100%' }}
          value={crs}
          options={[...crsOptions]}
          onChange={setCrs}
        />
        <Input
          size="small"
          aria-label="下一点坐标"
          placeholder="经度或东, 纬度或北"
          style={{ flex: 1 }}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onPressEnter={place}
        />
        <Button size="small" disabled={text.trim() === ''} onClick={place}>
          按坐标加点
        </Button>
      </div>
      <ProblemList problems={problems} announce />
    </>
  );
}
