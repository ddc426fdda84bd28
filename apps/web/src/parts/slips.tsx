import { Modal, QRCode, Typography } from 'antd'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import './slips.css'

interface SlipProps {
  /** Whose slip it is, as it stands on top of it. */
  readonly title: string
  readonly link: string
  /** What is told of the code in it to those who cannot see it. */
  readonly label: string
  /** What the one who gets it must know, in paragraphs. */
  readonly children: ReactNode
}

/** A private link for one person, as a code and as words, to be cut out of the sheet. */
export function Slip({ title, link, label, children }: SlipProps) {
  return (
    <li className="slip">
      <div className="slip-words">
        <Typography.Title level={2} style={{ fontSize: 17, marginTop: 0 }}>
          {title}
        </Typography.Title>
        {children}
        <Typography.Paragraph className="slip-link" copyable={{ text: link }}>
          {link}
        </Typography.Paragraph>
      </div>
      <QRCode type="svg" value={link} size={132} bordered={false} aria-label={label} />
    </li>
  )
}

interface SheetProps {
  /** That they are shown once, and what to do. */
  readonly advice: string
  readonly print: string
  readonly children: ReactNode
}

/** Slips to print and hand out, or to copy and send; they are shown here and never again. */
export function SlipSheet({ advice, print, children }: SheetProps) {
  return (
    <>
      <Typography.Paragraph className="no-print" type="secondary">
        {advice}
      </Typography.Paragraph>
      <Button className="no-print" onClick={() => window.print()}>
        {print}
      </Button>
      <ul className="slips">{children}</ul>
    </>
  )
}

interface WindowProps {
  readonly title: string
  readonly open: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Slips just made, over the page. Closing it is meant: they do not come back. */
export function SlipWindow({ title, open, onClose, children }: WindowProps) {
  return (
    <Modal
      title={title}
      open={open}
      onCancel={onClose}
      onOk={onClose}
      okText="已经交给本人，关闭"
      cancelButtonProps={{ style: { display: 'none' } }}
      mask={{ closable: false }}
      width={720}
      className="slips-modal"
    >
      {children}
    </Modal>
  )
}
