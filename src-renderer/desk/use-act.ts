import { useMutation } from '@tanstack/react-query';
import { Failure } from '../api.ts';
import { toastFailure } from './toasts.ts';

interface Options<Input, Output> {
  onDone?: (output: Output, input: Input) => void;
  /** Return true when the screen itself has told about this failure. */
  onFail?: (failure: Failure, input: Input) => boolean | void;
}

/** One act of a person: pressed once at a time, its failure told in a sentence, nothing typed lost. */
export function useAct<Input = void, Output = unknown>(
  act: (input: Input) => Promise<Output>,
  { onDone, onFail }: Options<Input, Output> = {},
) {
  const { mutate, isPending, error, reset } = useMutation<Output, Error, Input>({
    mutationFn: act,
    onSuccess: onDone,
    onError: (error, input) => {
      if (error instanceof Failure && (isGate(error) || onFail?.(error, input))) return;
      toastFailure(error);
    },
  });
  return {
    run: (input: Input) => {
      if (!isPending) mutate(input);
    },
    busy: isPending,
    failure: error instanceof Failure ? error : null,
    reset,
  };
}

/** The lock or login screen comes up by itself and says why. */
function isGate(failure: Failure): boolean {
  return failure.status === 423 || failure.code === 'access.loginNeeded' || failure.code === 'accounts.login';
}
