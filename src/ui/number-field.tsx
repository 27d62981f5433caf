import { InputNumber } from 'antd';
import { type ReactNode, useState } from 'react';

export interface NumberFieldProps {
  /** Spoken name; the visible label stands beside. */
  readonly label: string;
  readonly unit: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly width?: number;
  /** Once the number is finished (Enter, leaving the field, an arrow), and only with numbers inside min..max. */
  readonly onChange: (value: number) => void;
}

/** A number with its unit behind it. */
export function NumberField(props: NumberFieldProps): ReactNode {
  const [draft, setDraft] = useState<number | null>(null);
  const finish = (value: number | null): void => {
    setDraft(null);
    const isInside = value !== null && value >= props.min && value <= props.max;
    if (isInside && value !== props.value) props.onChange(value);
  };
  return (
    <InputNumber
      size="small"
      aria-label={`${props.label}（${props.unit}）`}
      value={draft ?? props.value}
      min={props.min}
      max={props.max}
      step={props.step}
      suffix={props.unit}
      style={{ width: props.width ?? 104 }}
      onChange={setDraft}
      onStep={finish}
      onBlur={() => finish(draft)}
      onPressEnter={() => finish(draft)}
    />
  );
}
