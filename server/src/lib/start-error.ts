/** `config` a setting names what cannot be · `taken` something else is there now · `forbidden` this user may not. */
export type StartErrorCode = 'config' | 'taken' | 'forbidden';

/** Why the server did not start. The message is one sentence for whoever started it. */
export class StartError extends Error {
  override readonly name = 'StartError';
  readonly code: StartErrorCode;

  /** @param options.code `config` unless given. */
  constructor(message: string, options: ErrorOptions & { code?: StartErrorCode } = {}) {
    super(message, options);
    this.code = options.code ?? 'config';
  }
}
