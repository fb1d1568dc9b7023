import 'server-only'

// What lists of leaked passwords are made of, folded: no diacritics, lower case. Vietnamese ones among them, and the
// words of this service. A long password of nothing but these, years and rows of keys is guessed early.
const words = `
password passwd passw0rd p4ssw0rd pass motdepasse contrasena parola letmein letmeinplease welcome welcomehome changeme
changeit secret topsecret mysecret trustnoone trustno1 whatever nothing something default temporary temp login logon
signin access admin administrator adminadmin root superuser sysadmin manager system server database computer internet
google facebook youtube zalo gmail yahoo hotmail outlook microsoft windows samsung iphone android apple
qwerty qwertyuiop azerty asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc 1qaz2wsx 3edc4rfv 1q2w3e4r 1q2w3e4r5t zaq12wsx
q1w2e3r4 qweasd qweasdzxc asdzxc poiuy lkjhg mnbvc
iloveyou iloveu loveyou lovely love forever princess prince sunshine moonlight monkey dragon tiger lion eagle shadow
master hello helloworld world football baseball basketball soccer superman batman spiderman pokemon starwars naruto
charlie michael michelle jennifer jessica jordan hunter daniel thomas robert andrew joshua matthew ashley nicole
summer winter spring autumn monday friday january december freedom liberty america london correcthorsebatterystaple
correct horse battery staple thequickbrownfox jumpsoverthelazydog tobeornottobe maytheforcebewithyou
happybirthday happynewyear merrychristmas test testing tester guest user username demo sample example public private
matkhau matkhaumoi matkhaucuatoi matkhaumanh matkhaukho khongcomatkhau quenmatkhau doimatkhau matma mat khau
anhyeuem emyeuanh yeuem yeuanh yeumai yeumaimai yeunhau iuanh iuem anhnhoem emnhoanh nhoem nhoanh anhthuongem
mainhoem maiyeuem maimai maimaiyeuem maimaimottinhyeu tinhyeu tinhyeucuatoi toiyeuem toiyeuanh conyeubome yeubome
yeugiadinh giadinh giadinhtoi giadinhlaso1 conyeume meyeucon boyeucon bome mebo chame conyeu embe congchua hoangtu
toiyeuvietnam yeuvietnam vietnam vietnamvodich vodich vietnammuonnam namquocsonha hochiminh bacho hanoi saigon
tphcm danang haiphong cantho angiang kiengiang quangninh nghean thanhhoa thudo dongnai binhduong
chaomung xinchao chaoban chaocacban camon xincamon khongbiet khongco khongnho chiutoi quenroi
nguyen nguyenvan nguyenthi tran tranvan tranthi phamvan phamthi levan lethi hoang huynh
deptrai xinhgai depgiai dethuong thuongnhau hanhphuc maymanmayman mayman phattai phatloc taloc chucmungnammoi
cuocsong cuocdoi hoctro hocsinh sinhvien giaovien lophoc truonghoc banbe banthan daihoc
hailong satisfied satisfaction khaosat khaosathailong hailongkhaosat danhgia ykien phieukhaosat phieu nguoidan congdan
motcua motcualienthong bophanmotcua trungtam trungtamhanhchinhcong hanhchinh hanhchinhcong dichvucong congdichvucong
dichvu canbo congchuc vienchuc uyban ubnd ubndxa uybannhandan nhandan phongban vanphong tiepnhan traketqua hoso
quantri quantrivien quantrihethong lanhdao tonghop nhaplieu nguoixem coquan donvi phuong xa huyen tinh
donvihanhchinh chinhphu chinhquyen govvn gov com org net www localhost office province commune survey kiosk
`

/** The longest first, so that a word is not taken apart by one inside it. */
export const commonWords: readonly string[] = words
  .split(/\s+/)
  .filter((word) => word.length > 1)
  .toSorted((a, b) => b.length - a.length)
