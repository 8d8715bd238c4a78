import { NativeSelect, PasswordInput, Textarea, TextInput } from '@mantine/core';
import type { ComponentProps, ReactNode } from 'react';
import style from './field.module.css';

interface Said {
  label: string;
  /** What the instrument requires, and why: said beside the field. */
  hint?: ReactNode;
  error?: ReactNode;
}

const classNames = {
  root: style.root!,
  wrapper: style.wrapper!,
  label: style.label!,
  description: style.hint!,
  error: style.error!,
  input: style.input!,
};
const order: ('label' | 'description' | 'error' | 'input')[] = ['label', 'description', 'error', 'input'];

export function TextField({ hint, ...rest }: Said & Omit<ComponentProps<typeof TextInput>, 'description'>) {
  return <TextInput {...rest} description={hint} classNames={classNames} inputWrapperOrder={order} />;
}

export function PasswordField({ hint, ...rest }: Said & Omit<ComponentProps<typeof PasswordInput>, 'description'>) {
  return (
    <PasswordInput
      {...rest}
      description={hint}
      classNames={{ ...classNames, innerInput: style.inner!, visibilityToggle: style.toggle! }}
      inputWrapperOrder={order}
    />
  );
}

export function LongField({ hint, ...rest }: Said & Omit<ComponentProps<typeof Textarea>, 'description'>) {
  return <Textarea {...rest} description={hint} classNames={classNames} inputWrapperOrder={order} />;
}

export function ChoiceField({ hint, ...rest }: Said & Omit<ComponentProps<typeof NativeSelect>, 'description'>) {
  return <NativeSelect {...rest} description={hint} classNames={classNames} inputWrapperOrder={order} />;
}
