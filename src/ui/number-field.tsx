import { InputNumber } from 'antd';
import type { ReactNode } from 'react';

export interface NumberFieldProps {
  /** Spoken name; the visible label stands beside. */
  readonly label: string;
  readonly unit: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly width?: number;
  /** Only with numbers inside min..max. */
  readonly onChange: (value: number) => void;
}

/** A number with its unit behind it. */
export function NumberField(props: NumberFieldProps): ReactNode {
  return (
    <InputNumber
      size="small"
      aria-label={`${props.label}（${props.unit}）`}
      value={props.value}
      min={props.min}
      max={props.max}
      step={props.step}
      suffix={props.unit}
      style={{ width: props.width ?? 104 }}
      onChange={(value) => {
        if (value !== null && value >= props.min && value <= props.max) props.onChange(value);
      }}
    />
  );
}
