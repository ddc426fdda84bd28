import { Button as AntButton, type ButtonProps } from 'antd'

/**
 * A button. While it is at work it takes no press and says so: antd's alone swallows the press, and neither a screen
 * reader nor whoever drives the page by program can tell.
 */
export function Button(props: ButtonProps) {
  const isBusy = props.loading !== undefined && props.loading !== false
  return <AntButton {...props} {...(isBusy && { 'aria-disabled': true })} />
}
