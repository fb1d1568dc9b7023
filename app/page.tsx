import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Face, levelsBestFirst } from '@/components/ui/face'
import { LanguageSwitch } from '@/components/ui/language-switch'
import { Notice } from '@/components/ui/notice'
import { PageFrame } from '@/components/ui/page-frame'
import { locales } from '@/domain/survey'
import { requestLocale } from '@/lib/http'
import { translator } from '@/lib/i18n'

export default async function HomePage() {
  const locale = await requestLocale()
  const t = translator(locale)
  return (
    <PageFrame
      name={t('app.name')}
      homeHref="/"
      skipLabel="Tới nội dung chính"
      tools={
        <LanguageSwitch
          label={t('language.label')}
          current={locale}
          offered={locales}
          hrefFor={(l) => `?lang=${l}`}
        />
      }
    >
      <h1>{t('app.tagline')}</h1>
      {levelsBestFirst.map((level) => (
        <p key={level}>
          <Face level={level} /> {t(`scale.${level}`)}
        </p>
      ))}
      <Button>Gửi ý kiến</Button> <Button look="quiet">Bỏ qua</Button>
      <Notice title="Xin lưu ý">Khảo sát tự nguyện 99,46% ăâđêôơư ẤẦẨẪẬ ពេញចិត្តខ្លាំង</Notice>
      <ErrorSummary title="Có lỗi" items={[{ href: '#a', text: 'Xin chọn một mức' }]} />
    </PageFrame>
  )
}
