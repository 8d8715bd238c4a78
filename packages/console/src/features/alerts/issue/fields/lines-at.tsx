import type { ReactNode } from 'react';
import { fieldInWords } from '../../words/content-words.ts';
import { useForm } from '../form.ts';
import { Group } from './group.tsx';
import { Rows } from './rows.tsx';
import { TextAt } from './text-at.tsx';

interface LinesAtProps {
  pointer: string;
  hint?: ReactNode;
  add: string;
  most: number;
}

/** Short texts one under the other: marks, addresses, birth places. */
export function LinesAt({ pointer, hint, add, most }: LinesAtProps) {
  const { speech } = useForm();
  return (
    <Group pointer={pointer} hint={hint}>
      <Rows pointer={pointer} fresh="" add={add} most={most}>
        {(at) => <TextAt pointer={at} label={fieldInWords(speech.intl, at)} />}
      </Rows>
    </Group>
  );
}
