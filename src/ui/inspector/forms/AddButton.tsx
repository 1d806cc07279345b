/** A button that adds a row or a part. */
import { Plus } from 'lucide-react';
import type { JSX } from 'react';
import { Button } from '../../parts/Button.tsx';

interface AddButtonProps {
  readonly label: string;
  /** Left out where it is the button of a form. */
  readonly onPress?: () => void;
}

export function AddButton({ label, onPress }: AddButtonProps): JSX.Element {
  return (
    <Button
      size="small"
      type={onPress === undefined ? 'submit' : 'button'}
      icon={<Plus aria-hidden />}
      onClick={onPress}
    >
      {label}
    </Button>
  );
}
