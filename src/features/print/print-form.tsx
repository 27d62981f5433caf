import { Checkbox, Input, InputNumber, Segmented, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { PAGE_PARTS } from '../../report/page-layout';
import { scaleText } from '../../report/page-scale';
import { PAGE_SIZES } from '../../report/page-size';
import type { PrintDialogProps } from './print-dialog-props';
import { PART_WORDS, type PrintSettings, SCALE_CHOICES } from './print-settings';
import styles from './print.module.css';

type Props = Pick<PrintDialogProps, 'settings' | 'defaultTitle' | 'extents' | 'onSettings'> & {
  readonly disabled: boolean;
};

function Field(props: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <label className={styles.field}>
      <span className={styles.name}>{props.label}</span>
      {props.children}
    </label>
  );
}

/** Denominator that a scale of one's own begins with. */
const OWN_SCALE = 200_000;

function ScaleField({ settings, disabled, onSettings }: Props): ReactNode {
  const { scale } = settings;
  // A choice of its own: on the way to 1:500 000 one types a scale that is listed.
  const [isOwn, setOwn] = useState(!SCALE_CHOICES.includes(scale));
  return (
    <div className={styles.pair}>
      <Field label="比例尺">
        <Select
          value={isOwn ? 'own' : String(scale)}
          disabled={disabled}
          options={[
            ...SCALE_CHOICES.map((choice) => ({
              value: String(choice),
              label: choice === 'fit' ? '适合图幅' : scaleText(choice),
            })),
            { value: 'own', label: '自定' },
          ]}
          onChange={(value) => {
            setOwn(value === 'own');
            if (value === 'fit') onSettings({ scale: 'fit' });
            else onSettings({ scale: value === 'own' ? OWN_SCALE : Number(value) });
          }}
        />
      </Field>
      {isOwn && typeof scale === 'number' && (
        <Field label="比例尺分母">
          <InputNumber
            value={scale}
            min={500}
            max={10_000_000}
            step={10_000}
            disabled={disabled}
            onChange={(value) => value !== null && onSettings({ scale: value })}
          />
        </Field>
      )}
    </div>
  );
}

function SheetFields(props: Props): ReactNode {
  const { settings, extents, disabled, onSettings } = props;
  return (
    <>
      <Field label="范围">
        <Select
          value={settings.extent}
          disabled={disabled}
          options={[...extents]}
          onChange={(extent) => onSettings({ extent })}
        />
      </Field>
      <ScaleField {...props} />
      <fieldset className={styles.parts}>
        <legend className={styles.name}>内容</legend>
        {PAGE_PARTS.map((part) => (
          <Checkbox
            key={part}
            checked={settings.parts[part]}
            disabled={disabled}
            onChange={({ target }) =>
              onSettings({ parts: { ...settings.parts, [part]: target.checked } })
            }
          >
            {PART_WORDS[part]}
          </Checkbox>
        ))}
      </fieldset>
    </>
  );
}

function PaperFields({ settings, disabled, onSettings }: Props): ReactNode {
  return (
    <div className={styles.pair}>
      <Field label="纸张">
        <Select
          value={settings.size}
          disabled={disabled}
          options={PAGE_SIZES.map((size) => ({ value: size, label: size }))}
          onChange={(size) => onSettings({ size })}
        />
      </Field>
      {settings.kind === 'sheet' && (
        <Field label="方向">
          <Select
            value={settings.orientation}
            disabled={disabled}
            options={[
              { value: 'landscape', label: '横向' },
              { value: 'portrait', label: '纵向' },
            ]}
            onChange={(orientation) => onSettings({ orientation })}
          />
        </Field>
      )}
    </div>
  );
}

/** Everything that may be chosen. */
export function PrintForm(props: Props): ReactNode {
  const { settings, defaultTitle, disabled, onSettings } = props;
  const text = (key: 'title' | 'organisation' | 'approval' | 'secrecy', hint: string) => (
    <Input
      value={settings[key]}
      placeholder={hint}
      maxLength={80}
      disabled={disabled}
      onChange={({ target }) => onSettings({ [key]: target.value })}
    />
  );
  return (
    <div className={styles.form}>
      <Segmented<PrintSettings['kind']>
        block
        value={settings.kind}
        disabled={disabled}
        options={[
          { value: 'sheet', label: '单幅地图' },
          { value: 'atlas', label: '图册' },
        ]}
        onChange={(kind) => onSettings({ kind })}
      />
      <Field label="标题">{text('title', defaultTitle)}</Field>
      <PaperFields {...props} />
      {settings.kind === 'sheet' ? (
        <SheetFields {...props} />
      ) : (
        <Field label="一页一个">
          <Select
            value={settings.atlasLevel}
            disabled={disabled}
            options={[
              { value: 'county', label: '县（市、区）' },
              { value: 'township', label: '乡镇' },
            ]}
            onChange={(atlasLevel) => onSettings({ atlasLevel })}
          />
        </Field>
      )}
      <Field label="制图单位">{text('organisation', '留空则印空白，供手填')}</Field>
      <div className={styles.pair}>
        <Field label="审图号">{text('approval', '留空则印空白')}</Field>
        {settings.kind === 'sheet' && <Field label="密级">{text('secrecy', '不印')}</Field>}
      </div>
    </div>
  );
}
