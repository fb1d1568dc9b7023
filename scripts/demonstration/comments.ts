import type { Level } from '@/domain/answer'

/** What people write, as they write it: some without diacritics, some in a few words. */
export const commentsByLevel: Readonly<Record<Level, readonly string[]>> = {
  5: [
    'Cán bộ hướng dẫn tận tình, dễ hiểu.',
    'Làm nhanh, đúng hẹn. Cảm ơn.',
    'Rat hai long, nhan vien vui ve',
    'Nơi ngồi chờ sạch sẽ, có nước uống.',
    'Không phải đi lại nhiều lần như trước.',
    'tốt',
  ],
  4: [
    'Phục vụ tốt, mong giữ vững.',
    'Nên có thêm ghế ngồi chờ vào buổi sáng thứ hai.',
    'Huong dan ro rang, nhung cho hoi lau',
    'Nhìn chung ổn.',
    'Mong có thêm bảng niêm yết chữ to cho người lớn tuổi.',
  ],
  3: [
    'Chờ lâu vì chỉ có một người tiếp nhận.',
    'Binh thuong, can them quat o phong cho',
    'Giấy tờ còn nhiều, nên bớt bản sao.',
    'Mẫu đơn khó ghi, cần có người hướng dẫn.',
    'Nên nhắn tin khi có kết quả.',
  ],
  2: [
    'Hồ sơ phải bổ sung hai lần mà không nói rõ ngay từ đầu.',
    'Cho qua lau, gan het buoi sang moi toi luot',
    'Trễ hẹn mà không được báo trước.',
    'Thông tin niêm yết chưa cập nhật sau khi nhập xã.',
  ],
  1: [
    'Hồ sơ đất trễ hẹn gần một tháng, hỏi không ai trả lời rõ.',
    'Đi bốn lần vẫn chưa xong.',
    'Thai do tiep dan chua tot',
    'Phải về lại vì thiếu giấy mà lần trước không dặn.',
  ],
}
