interface Asked {
  readonly asked_by: string
  readonly confirmed_at: string | null
}

/** Why a person may not consent to a publicity for the ratifying body; undefined when he may. */
export function refuseConsent({ asked_by: by, confirmed_at: at }: Asked, person: string) {
  if (at !== null) return '审定机构已经同意'
  return by === person ? '提请公示的人不能自己同意' : undefined
}
