import type { Metrics } from './metrics.ts'

/** What those who look after the server are shown, and by what. */
export interface Operations {
  readonly metrics: Metrics
  /** True from the moment the server was told to stop: no new requests should be sent to it. */
  readonly isDraining: () => boolean
  /** True when each answer is the last of its connection. */
  readonly isClosing: () => boolean
  /** What asks for the metrics from elsewhere must bring this; without one, only this machine may ask. */
  readonly metricsToken: string | undefined
}
