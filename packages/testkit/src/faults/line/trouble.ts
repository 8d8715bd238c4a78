/** From the one who connected, or to him. */
export type Way = 'there' | 'back';

/** What a line between two nodes suffers from. */
export type Trouble =
  /** Every connection is ended, and none comes about. */
  | { kind: 'cut' }
  /** Every piece is held this long; order is kept. */
  | { kind: 'delay'; ms: number }
  | { kind: 'throttle'; bytesPerSecond: number }
  /** What goes one way never arrives, and nobody is told. */
  | { kind: 'swallow'; way: Way }
  /** Every connection ends once it has carried so many bytes one way: in a handshake, a request or an answer. */
  | { kind: 'cut-after'; way: Way; bytes: number };

export function describeTrouble(trouble: Trouble): string {
  switch (trouble.kind) {
    case 'cut':
      return 'cut off';
    case 'delay':
      return `${trouble.ms} ms later`;
    case 'throttle':
      return `${trouble.bytesPerSecond} bytes a second`;
    case 'swallow':
      return `nothing ${trouble.way === 'there' ? 'arrives' : 'comes back'}`;
    case 'cut-after':
      return `cut after ${trouble.bytes} bytes ${trouble.way}`;
  }
}
