/** The name of what a scheme declares; its identifier where it declares none. */
export function nameIn(
  all: readonly { readonly id: string; readonly name: string }[] | undefined,
  id: string,
): string {
  return all?.find((one) => one.id === id)?.name ?? id
}
