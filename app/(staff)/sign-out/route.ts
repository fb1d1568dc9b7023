import { signOut } from '@/auth/sign-out'

export { signOut as POST }
