import { IconScan } from '@tabler/icons-react';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { FormattedMessage, useIntl } from 'react-intl';
import { useStore } from '../../api/store.ts';
import { Button } from '../../ui/button.tsx';
import { createAssembly } from './assembly.ts';
import style from './desk-field.module.css';
import { handedText } from './handed-text.ts';
import { readZone } from './zone.ts';

interface DeskFieldProps {
  field: RefObject<HTMLTextAreaElement | null>;
  text: string;
  onText: (text: string) => void;
  busy: boolean;
  onCheck: (text: string) => void;
  onClear: () => void;
}

const LONGEST = 12_000;

/** The desk's one field: takes a scanner, a name in any script, or a document number. */
export function DeskField({ field, text, onText, busy, onCheck, onClear }: DeskFieldProps) {
  const intl = useIntl();
  const [assembly] = useState(createAssembly);
  const [relaid, setRelaid] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const zone = readZone(text);
  const rows = Math.min(3, Math.max(1, text.split('\n').length));

  useEffect(() => {
    if (text !== '') return;
    setRelaid(false);
    assembly.changed('', performance.now());
    clearTimeout(timer.current);
  }, [text, assembly]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const handed = useStore(handedText);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a text is taken once, when it is handed over
  useEffect(() => {
    if (handed === null) return;
    handedText.set(null);
    field.current?.focus();
    change(handed);
  }, [handed]);

  function check(sent: string, text: string) {
    const read = readZone(text);
    // What was put right is shown put right, and selected, so that whatever comes next replaces it.
    if (read) flushSync(() => onText(sent));
    setRelaid(read?.relaid ?? false);
    field.current?.select();
    onCheck(sent);
  }

  function arm() {
    clearTimeout(timer.current);
    if (assembly.wake === null) return;
    timer.current = setTimeout(() => {
      const step = assembly.due(performance.now());
      if (step.do === 'check') check(step.text, field.current?.value ?? '');
      // A browser's timer may ring a fraction early.
      else arm();
    }, assembly.wake - performance.now());
  }

  function change(value: string) {
    onText(value);
    assembly.changed(value, performance.now());
    arm();
  }

  function enter(value: string) {
    const step = assembly.enter(value, performance.now());
    if (step.do === 'check') check(step.text, value);
    if (step.do === 'break') onText(`${value.trimEnd()}\n`);
    arm();
  }

  function keys(event: KeyboardEvent<HTMLTextAreaElement>) {
    // With Ctrl it takes the hit that is shown to the second line.
    if (event.key !== 'Enter' || event.ctrlKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    enter(event.currentTarget.value);
  }

  return (
    <form
      className={style.field}
      aria-label={intl.formatMessage({ id: 'desk.title' })}
      onSubmit={(event) => {
        event.preventDefault();
        enter(text);
        field.current?.focus();
      }}
    >
      <IconScan size={26} stroke={1.6} aria-hidden className={style.icon} />
      <textarea
        ref={field}
        id="desk-field"
        className={style.input}
        aria-label={intl.formatMessage({ id: 'desk.field' })}
        aria-describedby="desk-hint"
        placeholder={intl.formatMessage({ id: 'desk.placeholder' })}
        data-zone={zone ? true : undefined}
        dir="auto"
        rows={rows}
        maxLength={LONGEST}
        wrap="off"
        value={text}
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="off"
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: the desk's field always has the focus
        autoFocus
        onChange={(event) => change(event.currentTarget.value)}
        onKeyDown={keys}
      />
      {relaid && (
        <p className={style.relaid} role="status">
          <FormattedMessage id="desk.relaid" />
        </p>
      )}
      <div className={style.buttons}>
        <Button type="submit" weight="main" busy={busy} aria-keyshortcuts="Enter">
          <FormattedMessage id="desk.check" />
        </Button>
        <Button weight="plain" aria-keyshortcuts="Escape" onClick={onClear}>
          <FormattedMessage id="desk.clear" />
        </Button>
      </div>
    </form>
  );
}
