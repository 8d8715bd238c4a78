import { Button as MantineButton } from '@mantine/core';
import type { ComponentPropsWithRef, ReactNode } from 'react';
import style from './button.module.css';

export interface ButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'style' | 'color'> {
  /** `main` once per view; `grave` for what cannot be undone. */
  weight?: 'main' | 'plain' | 'quiet' | 'grave';
  icon?: ReactNode;
  /** Work is under way: the button keeps its place and takes no second press. */
  busy?: boolean;
}

/** The one button. Its text is a verb. */
export function Button({ weight = 'plain', icon, busy = false, type = 'button', className, ...rest }: ButtonProps) {
  return (
    <MantineButton
      {...rest}
      type={type}
      unstyled={false}
      loading={busy}
      leftSection={icon}
      classNames={{ root: `${style.button} ${className ?? ''}`, section: style.section, label: style.label }}
      data-weight={weight}
    />
  );
}
