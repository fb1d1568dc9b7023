export default function Page() {
  return <p>Hài Lòng</p>
}
