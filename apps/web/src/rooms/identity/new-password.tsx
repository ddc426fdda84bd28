import { Form, Input } from 'antd'

/** A new password, twice. The server says what is wrong with it; here only what needs no server. */
export function NewPassword({ label }: { readonly label: string }) {
  return (
    <>
      <Form.Item
        name="next"
        label={label}
        extra="至少 12 个字符，可以有空格；几个不相干的词连起来又长又好记，不必夹杂符号"
        rules={[
          { required: true, message: '请填写密码' },
          { min: 12, message: '密码至少 12 个字符' },
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label="再填一次"
        dependencies={['next']}
        rules={[
          { required: true, message: '请再填一次' },
          ({ getFieldValue }) => ({
            validator: async (_, value: string) => {
              if (value && value !== getFieldValue('next')) throw new Error('两次填写的不一样')
            },
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </>
  )
}
